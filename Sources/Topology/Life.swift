import Quantities

/// How a component lives, as written in Swift: `.mtbf(.days(30), mttr: .minutes(5))`,
/// `.percent(99.95)`, `.nines(5, mttr: .minutes(5))`.
public enum Life: Sendable, Hashable {
  /// Exponential up and restoration times with these means.
  case mtbf(Duration, mttr: Duration)
  /// Up and restoration times of any law.
  case laws(mtbf: Law, mttr: Law)
  /// An availability in percent, with or without a mean time to restoration. The shortest decimal
  /// that denotes the number is taken as what was meant.
  case percent(Double, mttr: Duration? = nil)
  /// So many nines, with or without a mean time to restoration.
  case nines(Int, mttr: Duration? = nil)
  /// Another component's life.
  case component(Component)

  /// The component of that life. Throws ``TopologyError/Reason``.
  public func component() throws(TopologyError.Reason) -> Component {
    do {
      switch self {
      case .mtbf(let up, let down):
        return try Component(mtbf: .exponential(mean: up), mttr: .exponential(mean: down))
      case .laws(let up, let down): return try Component(mtbf: up, mttr: down)
      case .percent(let number, let down):
        return try Component(
          availability: .percent(number), mttr: down.map { .exponential(mean: $0) })
      case .nines(let count, let down):
        return try Component(availability: .nines(count), mttr: down.map { .exponential(mean: $0) })
      case .component(let component): return component
      }
    } catch let error as ComponentError {
      throw .component(error)
    } catch let error as QuantityError {
      throw .quantity(error)
    } catch {
      throw .empty
    }
  }
}
