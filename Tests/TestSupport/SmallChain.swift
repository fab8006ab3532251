/// A Markov chain in continuous time of at most some hundred states, for checking other ways to the
/// same figure.
///
/// Solved by elimination without subtractions (Grassmann, Taksar and Heyman 1985), so that each
/// figure keeps its relative precision however small: error below (number of states)^3 × 2^-53, in
/// practice far less. Cost: the cube of the number of states.
public struct SmallChain<State: Hashable> {
  /// The states that can be reached, the start first.
  public let states: [State]
  private let start: State
  /// For each state the rates of leaving it.
  fileprivate let rates: [[(to: Int, rate: Double)]]

  /// The chain that begins in `start`; `leaving` gives the rates to other states, in any unit; a state
  /// may stand there twice.
  public init(from start: State, _ leaving: (State) -> [(to: State, rate: Double)]) {
    var states = [start]
    var numbers = [start: 0]
    var rates: [[(to: Int, rate: Double)]] = []
    while rates.count < states.count {
      let state = states[rates.count]
      var row: [(to: Int, rate: Double)] = []
      for (next, rate) in leaving(state) where next != state && rate > 0 {
        let number = numbers[next] ?? states.count
        if number == states.count {
          numbers[next] = number
          states.append(next)
        }
        row.append((number, rate))
      }
      rates.append(row)
    }
    self.states = states
    self.start = start
    self.rates = rates
  }

  private func matrix() -> [[Double]] {
    rates.map { row in
      var columns = [Double](repeating: 0, count: states.count)
      for (to, rate) in row { columns[to] += rate }
      return columns
    }
  }

  /// The long-run probability of each state, in the order of ``states``, all of which must be able to
  /// reach each other.
  public func longRun() -> LongRun {
    var a = matrix()
    for last in states.indices.dropFirst().reversed() {
      let pivot = a[last]
      let out = pivot[..<last].reduce(0, +)
      for row in 0..<last where a[row][last] > 0 {
        let share = a[row][last] / out
        a[row][last] = share
        for column in 0..<last where column != row { a[row][column] += share * pivot[column] }
      }
    }
    var weights = [1.0]
    for state in states.indices.dropFirst() {
      weights.append((0..<state).reduce(0) { $0 + weights[$1] * a[$1][state] })
    }
    let total = weights.reduce(0, +)
    return LongRun(chain: self, probabilities: weights.map { $0 / total })
  }

  /// What a chain does in the long run.
  public struct LongRun {
    fileprivate let chain: SmallChain
    /// For each state its probability.
    public let probabilities: [Double]

    /// The probability of a set of states.
    public func probability(of isInside: (State) -> Bool) -> Double {
      zip(chain.states, probabilities).reduce(0) { isInside($1.0) ? $0 + $1.1 : $0 }
    }

    /// How often a set of states is entered, in the unit of the rates.
    public func frequency(of isInside: (State) -> Bool) -> Double {
      var sum = 0.0
      for (from, share) in probabilities.enumerated() where !isInside(chain.states[from]) {
        for (to, rate) in chain.rates[from] where isInside(chain.states[to]) { sum += share * rate }
      }
      return sum
    }
  }

  /// The mean time from the start until a set of states is entered first, which must not contain the
  /// start and be within reach of all states outside.
  public func meanTime(until isInside: (State) -> Bool) -> Double {
    let outside = states.indices.filter { !isInside(states[$0]) }
    let whole = matrix()
    var a = outside.map { from in outside.map { whole[from][$0] } }
    var exit = outside.map { from in
      states.indices.reduce(0) { isInside(states[$1]) ? $0 + whole[from][$1] : $0 }
    }
    var time = [Double](repeating: 1, count: outside.count)
    for last in outside.indices.dropFirst().reversed() {
      let pivot = a[last]
      let out = pivot[..<last].reduce(0, +) + exit[last]
      for row in 0..<last where a[row][last] > 0 {
        let share = a[row][last] / out
        for column in 0..<last where column != row { a[row][column] += share * pivot[column] }
        exit[row] += share * exit[last]
        time[row] += share * time[last]
      }
    }
    return time[0] / exit[0]
  }
}
