import Quantities
import Topology

/// The laws of a program by their names, and the lengths in its files of observations.
struct LawTable {
  /// The observations by the name of their file.
  let observed: [String: ObservedLives]
  private var laws: [String: Law] = [:]
  /// The declared names in the order of the text.
  private(set) var names: [Identifier] = []

  /// Reads every declaration, whatever their order.
  init(of program: Program, _ observed: [String: ObservedLives]) throws(Diagnostic) {
    self.observed = observed
    var times: [String: TimeSyntax] = [:]
    for statement in program.statements {
      guard case .law(let name, let time) = statement.content else { continue }
      guard times.updateValue(time, forKey: name.text) == nil else {
        throw Self.declaredTwice(name)
      }
      names.append(name)
    }
    for name in names { try resolve(name, times) }
  }

  /// Follows the names that a law stands for, and gives all of them its meaning.
  private mutating func resolve(
    _ name: Identifier, _ times: [String: TimeSyntax]
  ) throws(Diagnostic) {
    var path: [String] = []
    var places: [String: Int] = [:]
    var next = name
    while laws[next.text] == nil {
      guard let time = times[next.text] else {
        throw unknown(next, among: times.keys.sorted().filter { $0 != name.text })
      }
      if let start = places[next.text] { throw Self.cycle(path[start...], next) }
      places[next.text] = path.count
      path.append(next.text)
      if case .name(let other) = time {
        next = other
      } else {
        laws[next.text] = try law(time, of: next)
      }
    }
    for other in path { laws[other] = laws[next.text] }
  }

  private static func cycle(_ path: ArraySlice<String>, _ name: Identifier) -> Diagnostic {
    let names = (path + [name.text]).joined(separator: " -> ")
    return Diagnostic(
      .dependencyCycle, "the law '\(name.text)' stands for itself: \(names)", at: name.span)
  }

  private func law(_ time: TimeSyntax, of name: Identifier) throws(Diagnostic) -> Law {
    let law = try QuantityReading.law(time, self)
    guard let flaw = law.flaw else { return law }
    throw Diagnostic(
      .valueOutOfRange, ComponentError.law("'\(name.text)'", flaw).description, at: time.span,
      fixes: law.mean == .zero ? ["1s"] : QuantityReading.reversedEnds(time))
  }

  /// True for the name of a law.
  func declares(_ name: String) -> Bool { laws[name] != nil }

  /// The law that is called so.
  func law(named name: Identifier) throws(Diagnostic) -> Law {
    if let law = laws[name.text] { return law }
    throw unknown(name, among: names.map(\.text))
  }

  private func unknown(_ name: Identifier, among names: [String]) -> Diagnostic {
    let nearest = Spelling.nearest(to: name.text, among: names)
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    return Diagnostic(
      .unknownName, "no law is called '\(name.text)'\(hint)", at: name.span,
      fixes: [nearest.map { NameWriter.text(Identifier($0)) } ?? "1h"],
      notes: nearest == nil ? ["a law gets a name by `law \(name.text) = lognormal(1h, 1)`"] : [])
  }

  private static func declaredTwice(_ name: Identifier) -> Diagnostic {
    Diagnostic(
      .duplicateName, "the law '\(name.text)' is declared twice; a name is one thing",
      at: name.span, fixes: [NameWriter.text(Identifier("\(name.text)-2"))])
  }

  /// Refuses a law that is called like a part or a domain of the topology.
  func refuseNames(of topology: Topology) throws(Diagnostic) {
    for name in names {
      let isPart = topology.index(ofDefinition: name.text) != nil
      guard isPart || topology.families.contains(where: { $0.name == name.text }) else { continue }
      throw Diagnostic(
        .duplicateName, "'\(name.text)' is a part too; a name is one thing", at: name.span,
        fixes: [NameWriter.text(Identifier("\(name.text)-law"))])
    }
  }
}
