import Quantities
import RandomStreams
import StructureFunctions
import Topology

@testable import OutageSimulation
@testable import StructureFunctions

/// Coupled members whose histories are drawn and looked at without a network around them.
struct CoupledSample {
  /// One group: its members' lives, and how they depend on each other.
  struct Group {
    var lives: [Component]
    var need: Int
    var spares: GroupBehaviour.Spares?
    var sharing = 0.0

    init(
      _ lives: [Component], need: Int? = nil, spares: GroupBehaviour.Spares? = nil,
      sharing: Double = 0
    ) {
      self.lives = lives
      self.need = need ?? lives.count
      self.spares = spares
      self.sharing = sharing
    }
  }

  private(set) var process: CoupledProcess
  private let laws: LawCatalogue
  private let sizes: [Int]

  /// Members are numbered through, group by group.
  init(_ groups: [Group], crews: Int? = nil) {
    var laws = LawCatalogue()
    let lives = groups.flatMap(\.lives)
    var first = 0
    let coupled = groups.map { group in
      defer { first += group.lives.count }
      return CoupledMembers.MemberGroup(
        components: Array(first..<first + group.lives.count), need: group.need,
        spares: group.spares, sharing: group.sharing)
    }
    process = CoupledProcess(
      CoupledMembers(name: "g", groups: coupled, crews: crews), &laws
    ) { lives[$0] }
    self.laws = laws
    sizes = groups.map(\.lives.count)
  }

  /// Numbers for the laws in use.
  func pool() throws -> VariatePool { try VariatePool(laws) }

  /// One replication; seconds.
  mutating func intervals(until end: Double, seed: UInt64 = 1, block: UInt64 = 0) throws
    -> [DownInterval]
  {
    var pool = try pool()
    pool.restart(seed: seed, block: block)
    var intervals: [DownInterval] = []
    process.draw(until: Int64(end * 1e9), &pool, into: &intervals)
    return intervals
  }

  /// When fewer than `need` members of a group are up, in order, nanoseconds.
  func outages(_ intervals: [DownInterval], group: Int = 0, need: Int) -> [Range<Int64>] {
    let first = sizes[..<group].reduce(0, +)
    var events: [(time: Int64, step: Int)] = []
    for interval in intervals
    where (first..<first + sizes[group]).contains(Int(interval.component)) {
      events.append((interval.start, 1))
      events.append((interval.end, -1))
    }
    events.sort { $0.time < $1.time }
    var down = 0
    var outages: [Range<Int64>] = []
    for (place, event) in events.enumerated().dropLast() {
      down += event.step
      guard sizes[group] - down < need, event.time < events[place + 1].time else { continue }
      if let last = outages.last, last.upperBound == event.time {
        outages[outages.count - 1] = last.lowerBound..<events[place + 1].time
      } else {
        outages.append(event.time..<events[place + 1].time)
      }
    }
    return outages
  }
}

/// A sample mean beside its known value.
struct MeanCheck {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  /// Adds one of the independent values.
  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  /// The mean.
  var mean: Double { sum / count }

  /// By how many standard errors the mean lies above a known value.
  func deviation(from known: Double) -> Double {
    let variance = (squares - sum * sum / count) / (count - 1)
    return (mean - known) / (variance / count).squareRoot()
  }
}
