/// Addresses from articles that a reader may be sent to.
package enum LinkAddress {
  /// An `http` or `https` address with everything percent-encoded that could end an attribute or a string; nil for any
  /// other scheme, without a host, and for addresses of over 2,000 bytes.
  package static func safe(_ address: String?) -> String? {
    guard let address, address.utf8.count <= 2000 else { return nil }
    let lowered = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lowered.hasPrefix($0) }) else { return nil }
    guard let first = lowered.dropFirst(scheme.count).first, first.isLetter || first.isNumber || first == "[" else {
      return nil
    }
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
        UInt8(ascii: "^"):
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
