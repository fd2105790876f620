import CKernels

/// The instruction set that the kernels run on.
///
/// All paths give the same bits; tests force one to prove that, everything else takes `best`.
package enum KernelPath: String, CaseIterable, Hashable, Sendable {
  /// Plain C; runs everywhere.
  case portable
  /// x86-64 with AVX2 and FMA.
  case avx2
  /// x86-64 with AVX2, FMA and VNNI on 256 bits.
  case avxvnni = "avx-vnni"
  /// x86-64 with AVX-512 and VNNI.
  case avx512vnni = "avx512-vnni"
  /// 64-bit ARM with dot products.
  case neon

  /// The fastest path of this processor; its `rawValue` is the name to show.
  package static let best: KernelPath = allCases.first { $0.code == ck_path_best() } ?? .portable

  /// The paths that this build has code for and this processor can run, slowest first.
  package static var available: [KernelPath] { allCases.filter(\.isAvailable) }

  package var isAvailable: Bool { ck_path_available(code) }

  /// The path's name in C.
  var code: ck_path {
    switch self {
    case .portable: CK_PORTABLE
    case .avx2: CK_AVX2
    case .avxvnni: CK_AVX_VNNI
    case .avx512vnni: CK_AVX512_VNNI
    case .neon: CK_NEON
    }
  }
}
