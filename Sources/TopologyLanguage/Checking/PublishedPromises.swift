import ServiceLevels
import Topology

/// The published promises whose figures a program takes, and where.
struct PublishedPromises: Sendable {
  /// A definition, or an expression that is asked about and has no name of its own.
  struct Place: Sendable {
    let name: String
    let isWritten: Bool
  }

  private var sentences: [(place: String, sentence: String)] = []

  mutating func note(_ commitment: Commitment, at place: Place) {
    let prefix = place.isWritten ? "\(place.name): " : ""
    let sentence = prefix + commitment.label
    guard !sentences.contains(where: { $0.place == place.name && $0.sentence == sentence }) else {
      return
    }
    sentences.append((place.name, sentence))
  }

  /// What each of those is that `name` depends on: a promise and no forecast.
  func assumptions(about name: String, in topology: Topology) -> [String] {
    guard !sentences.isEmpty else { return [] }
    let below = topology.namesBelow(name)
    return sentences.filter { below.contains($0.place) }.map(\.sentence)
  }
}
