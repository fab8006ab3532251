import Topology

/// A topology of which some numbers are believed rather than known.
///
/// It is a recipe: from one value for each uncertain input it makes one definite topology. Answers for
/// many draws of the inputs show how far the answer is known.
public struct UncertainTopology: Sendable {
  /// What makes a topology of a draw.
  public typealias Builder = @Sendable (inout InputDraw) throws -> Topology

  /// The inputs, in the order in which the builder asked for them first.
  public let inputs: [UncertainInput]
  /// The topology of the medians: what an answer without uncertainty is about.
  public let median: Topology

  private let places: [String: Int]
  private let build: Builder

  /// Runs the builder once, with medians, to learn what it asks for. Which inputs it asks for must not
  /// depend on their values. Throws ``InputUncertaintyError``.
  public init(_ build: @escaping Builder) throws(InputUncertaintyError) {
    var draw = InputDraw()
    median = try Self.topology(of: &draw, build)
    inputs = draw.inputs
    places = draw.placesByName
    self.build = build
  }

  /// The topology of one value for each of ``inputs``, in their order. Cost: the builder's. Throws
  /// ``InputUncertaintyError``.
  public func topology(at values: [InputValue]) throws(InputUncertaintyError) -> Topology {
    precondition(values.count == inputs.count, "one value for each input")
    var draw = InputDraw(inputs, places: places, values: values)
    return try Self.topology(of: &draw, build)
  }

  private static func topology(
    of draw: inout InputDraw, _ build: Builder
  ) throws(InputUncertaintyError) -> Topology {
    do {
      return try build(&draw)
    } catch let error as InputUncertaintyError {
      throw error
    } catch let error as TopologyError {
      throw .topology(error)
    } catch {
      throw .builder("\(error)")
    }
  }
}
