import Quantities
import Topology

/// Reads the files of observed lengths that `empirical("repairs.csv")` names: the checker itself opens
/// none.
public struct ObservationReader: Sendable {
  private let read: @Sendable (String) throws(ObservationError) -> [Duration]

  /// A reader that hands the name of a file, as written, to `read` and takes the lengths in it, in any
  /// order. ``ObservationFile/durations(_:)`` understands the bytes of a file.
  public init(_ read: @escaping @Sendable (String) throws(ObservationError) -> [Duration]) {
    self.read = read
  }

  /// Refuses every file.
  public static let unavailable = ObservationReader { (_) throws(ObservationError) -> [Duration] in
    throw ObservationError("files can't be read here; write a law with its parameters")
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
