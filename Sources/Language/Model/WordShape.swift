/// A word's shape, which the uncased vocabulary does not see. The numbers are those of `Training/FORMAT.md`.
enum WordShape: UInt8 {
  case lower = 0
  case capitalised = 1
  case upper = 2
  case singleCapital = 3
  case digits = 4
  case mixed = 5
  /// Neither letter nor digit.
  case none = 6

  static func of(_ word: String) -> WordShape {
    var letters = 0
    var capitals = 0
    var firstIsCapital = false
    var hasDigit = false
    for scalar in word.unicodeScalars {
      let isUpper: Bool
      if scalar.value < 128 {
        switch scalar {
        case "a"..."z": isUpper = false
        case "A"..."Z": isUpper = true
        case "0"..."9":
          hasDigit = true
          continue
        default: continue
        }
      } else {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
          isUpper = scalar.properties.lowercaseMapping != String(scalar)
        case .decimalNumber:
          hasDigit = true
          continue
        default: continue
        }
      }
      letters += 1
      if isUpper {
        capitals += 1
        if letters == 1 { firstIsCapital = true }
      }
    }
    if letters == 0 { return hasDigit ? .digits : .none }
    if hasDigit { return .mixed }
    if letters == 1, firstIsCapital { return .singleCapital }
    if capitals == letters { return .upper }
    if firstIsCapital, capitals == 1 { return .capitalised }
    return capitals == 0 ? .lower : .mixed
  }
}
