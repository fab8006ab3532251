import LifeDistributions
import Quantities
import Testing
import Topology

@Suite("Empirical and fixed laws")
struct EmpiricalTests {
  private func life(_ minutes: [UInt32]) throws -> LifeDistribution {
    try LifeDistribution(.empirical(ObservedLives(minutes.map { .minutes($0) })))
  }

  /// Source: by hand, from the lives 2, 4, 4, 10 min.
  @Test("four lives by hand")
  func fourLives() throws {
    let life = try life([4, 10, 2, 4])
    #expect(life.mean == .minutes(5))
    #expect(try life.variance() == 9 * 3_600)
    #expect(try life.standardDeviation() == .minutes(3))
    #expect(try life.moment(3) == (8 + 64 + 64 + 1_000) / 4 * 216_000)
    #expect(try life.distribution(at: .minutes(4)).value == 0.75)
    #expect(try life.survival(at: .seconds(239)).value == 0.75)
    #expect(try life.partialMean(from: .minutes(4)).seconds == 18 * 60 / 4)
    #expect(try life.expectedExcess(over: .minutes(3)).seconds == (1 + 1 + 7) * 60 / 4)
    #expect(try life.expectedMinimum(with: .minutes(3)).seconds == (2 + 3 + 3 + 3) * 60 / 4)
    #expect(life.parameters == .empirical(count: 4))
  }

  /// Source: sums of whole numbers, exact.
  @Test("a hundred lives against whole numbers, at every age")
  func wholeNumbers() throws {
    let lives = (0..<100).map { $0 * $0 * 37 % 1_009 }
    let life = try LifeDistribution(.empirical(ObservedLives(lives.map { .seconds(UInt32($0)) })))
    for age in stride(from: 0, through: 1_010, by: 5) {
      let time = Duration.seconds(UInt32(age))
      let tails = try life.distribution(at: time)
      #expect(agree(tails.value, Double(lives.count { $0 <= age }) / 100))
      #expect(agree(tails.complement, Double(lives.count { $0 > age }) / 100))
      let partial = lives.filter { $0 >= age }.reduce(0, +)
      #expect(agree(try life.partialMean(from: time).seconds, Double(partial) / 100))
      let excess = lives.reduce(0) { $0 + max(0, $1 - age) }
      #expect(agree(try life.expectedExcess(over: time).seconds, Double(excess) / 100))
      let minimum = lives.reduce(0) { $0 + min($1, age) }
      #expect(agree(try life.expectedMinimum(with: time).seconds, Double(minimum) / 100))
    }
    for order in KnownLife.orders {
      let sum = lives.reduce(0) { sum, life in
        sum + (0..<order).reduce(1) { power, _ in power * life }
      }
      #expect(agree(try life.moment(order), Double(sum) / 100))
    }
    let squares = lives.reduce(0) { $0 + $1 * $1 } * 100
    let square = lives.reduce(0, +) * lives.reduce(0, +)
    #expect(agree(try life.variance(), Double(squares - square) / 10_000))
  }

  @Test("each life is the quantile of its own distribution function", arguments: [1, 3, 49, 1_000])
  func quantiles(count: UInt32) throws {
    let life = try life((1...count).reversed())
    for minutes in 1...count {
      let tails = try life.distribution(at: .minutes(minutes))
      #expect(try life.quantile(of: tails) == .minutes(minutes))
    }
    #expect(try life.quantile(of: .impossible) == .minutes(1))
    #expect(try life.quantile(of: upper(1e-300)) == .minutes(count))
    #expect(try life.quantile(of: lower(1e-300)) == .minutes(1))
  }

  @Test("a fixed length is certain from its end on")
  func fixed() throws {
    let life = try LifeDistribution(.fixed(.minutes(5)))
    #expect(try life.distribution(at: .seconds(299)) == .impossible)
    #expect(try life.distribution(at: .minutes(5)) == .certain)
    #expect(try life.quantile(of: .nines(30)) == .minutes(5))
    #expect(try life.quantile(of: .certain) == .minutes(5))
    #expect(try life.variance() == 0)
    #expect(try life.moment(3) == 27_000_000)
    #expect(try life.partialMean(from: .minutes(5)) == .minutes(5))
    #expect(try life.partialMean(from: .seconds(301)) == .zero)
    #expect(try life.expectedExcess(over: .minutes(2)) == .minutes(3))
    #expect(try life.expectedExcess(over: .minutes(9)) == .zero)
    #expect(try life.expectedMinimum(with: .minutes(2)) == .minutes(2))
    #expect(try life.expectedMinimum(with: .minutes(9)) == .minutes(5))
  }
}
