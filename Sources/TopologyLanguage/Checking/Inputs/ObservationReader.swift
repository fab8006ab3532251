import Quantities
import Topology

/// Reads the files of observed lengths that `empirical("repairs.csv")` names, and those of loads that
/// `demand day: "day.csv"` does: the checker itself opens none.
public struct ObservationReader: Sendable {
  private let read: @Sendable (String) throws(ObservationError) -> [Duration]
  /// The text of a file of loads, by its name as written.
  let loads: @Sendable (String) throws(ObservationError) -> String

  /// A reader that hands the name of a file, as written, to `read` and takes the lengths in it, in any
  /// order; and to `loads` for the text of loads over time. ``ObservationFile/durations(_:)`` understands
  /// the bytes of a file of lengths.
  public init(
    _ read: @escaping @Sendable (String) throws(ObservationError) -> [Duration],
    loads: @escaping @Sendable (String) throws(ObservationError) -> String = noLoads
  ) {
    self.read = read
    self.loads = loads
  }

  /// Refuses every file.
  public static let unavailable = ObservationReader { (_) throws(ObservationError) -> [Duration] in
    throw ObservationError("files can't be read here; write a law with its parameters")
  }

  /// Refuses every file of loads.
  public static let noLoads: @Sendable (String) throws(ObservationError) -> String = {
    (_) throws(ObservationError) -> String in
    throw ObservationError("files can't be read here; write a flow, such as 12k rps")
  }

  /// The observations of each file, at whose place a flaw is shown.
  func lives(
    of files: [(name: String, span: SourceSpan)]
  ) throws(Diagnostic) -> [String: ObservedLives] {
    var observed: [String: ObservedLives] = [:]
    for (name, span) in files {
      do throws(ObservationError) {
        observed[name] = try lives(of: name)
      } catch {
        throw Diagnostic(
          .unreadableFile, "\(QuotedText.quote(name)): \(error.description)", at: span)
      }
    }
    return observed
  }

  private func lives(of file: String) throws(ObservationError) -> ObservedLives {
    let durations = try read(file)
    do throws(ObservedLivesError) {
      return try ObservedLives(durations)
    } catch {
      throw ObservationError(error.description)
    }
  }
}

/// Why a file of observations can't be used: a sentence with the row, and what to write instead.
public struct ObservationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence, without the file's name.
  public let description: String

  /// The reason `description`.
  public init(_ description: String) { self.description = description }
}
