import Assessment
import Quantities
import Testing
import Topology

typealias Duration = Quantities.Duration

/// Small systems and their answers.
enum LongRunSystems {
  /// Up for hours on average, down for hours on average, both exponential.
  static func component(_ up: UInt32, _ down: UInt32) throws -> Component {
    try Component(mtbf: .exponential(mean: .hours(up)), mttr: .exponential(mean: .hours(down)))
  }

  static func part(_ name: String, _ expression: Expression) -> Definition {
    Definition(name, .expression(expression))
  }

  static func assessor(_ definitions: Definition...) throws -> Assessor {
    Assessor(try Topology(definitions: definitions))
  }

  /// 2 of 3 behind one component.
  static func site() throws -> Assessor {
    let group = Group(.members(3), need: 2, of: try component(500, 50))
    return try assessor(
      Definition("web", role: .service, .group(group)),
      part("site", .all([.name("web"), .component(try component(1_000, 4))])))
  }

  /// Half of the users on each of two parts, one of which has a fallback of 40 %.
  static func journeys() throws -> Assessor {
    let soft = Expression.fallback(.component(try component(300, 30)), try Level(0.4))
    let hard = Expression.component(try component(200, 10))
    let front = Expression.component(try component(900, 9))
    let users = Expression.weighted([
      WeightedTerm(weight: 0.5, soft), WeightedTerm(weight: 0.5, hard),
    ])
    return try assessor(part("shop", .all([front, users])))
  }

  /// A pair whose switch takes half an hour.
  static func pair() throws -> Assessor {
    let failover = Failover(detection: .minutes(10), switching: .fixed(.minutes(20)))
    return try assessor(
      part(
        "pair",
        .failover(
          primary: .component(try component(100, 5)), standby: .component(.perfect), failover)))
  }
}

/// How many standard errors an estimate is from the truth.
func deviation(_ estimate: Estimate?, from truth: Double) throws -> Double {
  let estimate = try #require(estimate)
  return (estimate.value - truth) / (try #require(estimate.standardError))
}
