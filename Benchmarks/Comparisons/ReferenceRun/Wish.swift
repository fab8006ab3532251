import Nines

/// What the command line asks for.
struct Wish {
  static let usage = """
    reference-run E|L|W RUNS [seed N] [threads N] [repairs FACTOR] [steady]
    reference-run E|L|W error SHARE ...
    """

  let variant: Variant
  var request = SimulationRequest(horizon: .years(1))
  var repairs = 1.0

  /// Nil for arguments that are not understood.
  init?(_ arguments: some Collection<String>) {
    var words = arguments.makeIterator()
    guard let variant = words.next().flatMap(Variant.init), let first = words.next() else {
      return nil
    }
    self.variant = variant
    request.start = .up
    request.threads = 1
    if let runs = Int(first) { request.stopping = .runs(runs) }
    guard first != "error" || takeError(words.next()) else { return nil }
    while let word = words.next() {
      guard word == "steady" || take(word, words.next()) else { return nil }
      if word == "steady" { request.start = .steady }
    }
  }

  private mutating func takeError(_ word: String?) -> Bool {
    guard let share = word.flatMap(Double.init) else { return false }
    request.stopping = .untilError(share, atMost: nil)
    return true
  }

  private mutating func take(_ name: String, _ word: String?) -> Bool {
    guard let word, let number = Double(word) else { return false }
    switch name {
    case "seed": request.seed = UInt64(number)
    case "threads": request.threads = Int(number)
    case "repairs": repairs = number
    default: return false
    }
    return true
  }
}
