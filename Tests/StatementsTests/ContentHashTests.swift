import Statements
import Testing

@Suite struct ContentHashTests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  // The vectors of FIPS 180-4's examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownDigests(message: String, digest: String) {
    #expect(hex(ContentHash.sha256(Array(message.utf8))) == digest)
  }

  @Test func everyLengthAroundABlockIsPadded() {
    let digests = (50..<140).map { hex(ContentHash.sha256([UInt8](repeating: 97, count: $0))) }
    #expect(Set(digests).count == digests.count)
  }

  @Test func partsDoNotRunTogether() {
    #expect(ContentHash.identifier("x", ["ab", "c"]) != ContentHash.identifier("x", ["a", "bc"]))
    #expect(ContentHash.identifier("x", ["ab"]).count == 17)
  }
}
