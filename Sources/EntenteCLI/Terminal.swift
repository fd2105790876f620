import Foundation

/// What the command prints: answers on standard output, everything else on standard error.
enum Terminal {
  /// Columns to fill: `COLUMNS`, else the window's width, else 80; never under 24.
  static let width: Int = {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
      return max(24, columns)
    }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return max(24, Int(size.ws_col)) }
    return 80
  }()

  static let errorIsTerminal = isatty(STDERR_FILENO) == 1

  /// Writes a line to standard output and hands it on at once, so that a pipe has it.
  static func say(_ line: String) {
    write(line + "\n")
  }

  /// Writes text as it is to standard output.
  static func write(_ text: String) {
    put(Data(text.utf8), STDOUT_FILENO)
  }

  /// Writes bytes as they are to standard output.
  static func write(_ bytes: [UInt8]) { put(Data(bytes), STDOUT_FILENO) }

  /// Writes text as it is to standard error.
  static func note(_ text: String) { put(Data(text.utf8), STDERR_FILENO) }

  /// Unbuffered, so that what was written is there whatever happens next.
  private static func put(_ data: Data, _ file: Int32) {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR, errno != EAGAIN {
          // Nobody reads any more, or the disk is full. Only the second is worth a word.
          if errno == EPIPE || file == STDERR_FILENO { Foundation.exit(0) }
          note("entente: cannot write the output: \(String(cString: strerror(errno)))\n")
          Foundation.exit(3)
        }
      }
    }
  }

  /// Writes a message to standard error, under the program's name unless it is whole.
  static func complain(_ message: String, isWhole: Bool = false) {
    ProgressLine.clear()
    note((isWhole ? "" : "entente: ") + printable(message, keepsLines: true) + "\n")
  }

  /// Text of an article or a file's name without what would steer a terminal: controls and turns of direction.
  static func printable(_ text: String, keepsLines: Bool = false) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepsLines: out.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// One paragraph in lines of the terminal's width. Words longer than a line stay whole.
  static func wrap(_ text: String, indent: String = "", hanging: String? = nil) -> String {
    let words = printable(text).split(whereSeparator: \.isWhitespace)
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in words {
      if !isEmpty, columns(line) + 1 + columns(word) > width {
        lines.append(line)
        line = hanging ?? indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  /// Columns that a text takes: marks none, wide scripts and pictures two.
  static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { sum, character in
      guard let first = character.unicodeScalars.first else { return sum }
      if first.properties.generalCategory == .nonspacingMark { return sum }
      switch first.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }

  /// "1 article", "2 articles".
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

/// A bar on standard error while articles are read; nothing where standard error is no terminal.
struct ProgressLine {
  private let total: Int?
  private var done = 0

  /// - Parameter paths: What will be read, for the bar's length; unknown for standard input.
  init(paths: [String]) {
    total = Terminal.errorIsTerminal ? Self.articles(in: paths) : nil
  }

  mutating func step(_ note: String) {
    done += 1
    guard Terminal.errorIsTerminal else { return }
    var line = "\(done)"
    if let total, total > 0 {
      let cells = max(8, min(30, Terminal.width - 44))
      let filled = min(cells, cells * done / total)
      line =
        "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
        + "] \(line)/\(max(done, total))"
    }
    line += " " + note
    Terminal.note("\r\u{1B}[K" + Terminal.printable(line).prefix(Terminal.width - 1))
  }

  static func clear() {
    if Terminal.errorIsTerminal { Terminal.note("\r\u{1B}[K") }
  }

  /// How many articles paths hold, as far as their names tell: lines of JSON lines, else files.
  private static func articles(in paths: [String]) -> Int? {
    var count = 0
    for path in paths {
      if path == "-" { return nil }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        for name in below where name.contains(".") { count += lines(path + "/" + name) }
      } else {
        count += lines(path)
      }
    }
    return count
  }

  private static func lines(_ path: String) -> Int {
    guard path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson"), let file = FileHandle(forReadingAtPath: path) else {
      return 1
    }
    defer { try? file.close() }
    var count = 0
    while let data = try? file.read(upToCount: 1 << 20), !data.isEmpty { count += data.count { $0 == 0x0A } }
    return max(1, count)
  }
}
