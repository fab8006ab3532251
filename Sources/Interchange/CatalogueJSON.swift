import Quantities
import ServiceLevels

extension JSONValue {
  /// `"kind":"catalogue"`: the promises of a catalogue that fit `words`, and where none does the names
  /// that are nearest. What isn't known is null.
  public init(catalogue words: [String], in catalogue: CommitmentCatalogue = .published) {
    let found = catalogue.search(words)
    let asked = words.joined(separator: " ")
    let nearest = found.isEmpty ? catalogue.nearest(to: asked).map(\.name) : []
    let figures = Self.keyed([
      "published": .integer(catalogue.commitments.count),
      "commitments": .array(found.map(Self.commitment)),
      "nearest": .array(nearest.map { .string($0) }),
    ])
    self = .object(Self.head("catalogue", asked) + figures)
  }

  private static func commitment(_ commitment: Commitment) -> JSONValue {
    .object([
      "name": .string(commitment.name), "provider": .string(commitment.provider),
      "service": .string(commitment.service), "scope": text(commitment.scope),
      "condition": text(commitment.condition),
      "availability": .number(commitment.availability.value),
      "unavailability": .number(commitment.availability.complement),
      "window": text(commitment.month?.rawValue), "counted": text(commitment.ruleText),
      "credits": commitment.credits.map { .array($0.steps.map(step)) } ?? .null,
      "cap": .figure(commitment.cap?.value), "claim": text(commitment.claim),
      "document_date": text(commitment.documentDate), "source": .string(commitment.source),
      "note": text(commitment.note),
    ])
  }

  private static func step(_ step: CreditLadder.Step) -> JSONValue {
    .object(["credit": .number(step.credit.value), "below": .number(step.below.value)])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
