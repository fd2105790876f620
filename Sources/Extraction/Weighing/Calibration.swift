/// A monotone, piecewise linear map from the head's probabilities to measured ones.
struct Calibration: Hashable, Sendable {
  private let knots: [Knot]

  private struct Knot: Hashable {
    let given: Double
    let measured: Double
  }

  /// From `given, measured, given, measured, …`, the given ones rising; nil where that is not so.
  init?(_ numbers: [Double]) {
    guard numbers.count >= 4, numbers.count % 2 == 0 else { return nil }
    knots = stride(from: 0, to: numbers.count, by: 2).map { Knot(given: numbers[$0], measured: numbers[$0 + 1]) }
    for (a, b) in zip(knots, knots.dropFirst()) where a.given >= b.given { return nil }
  }

  /// Rounded to thousandths.
  func probability(_ given: Float) -> Double {
    let x = Double(given)
    var value = knots[knots.count - 1].measured
    if x <= knots[0].given {
      value = knots[0].measured
    } else {
      for (a, b) in zip(knots, knots.dropFirst()) where x <= b.given {
        value = a.measured + (b.measured - a.measured) * (x - a.given) / (b.given - a.given)
        break
      }
    }
    return (value * 1000).rounded() / 1000
  }
}
