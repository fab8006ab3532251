import Nines

/// The text to answer: a file's, the words of the command line behind it, or standard input.
package struct Input {
  /// The text, with what it is called.
  package let source: SourceText
  /// Where the words of the command line begin in the text, behind a file's.
  let entryStart: Int
  /// What the text behind it is called.
  private var entryName = "<shell>"
  /// Where files are looked for that stand neither beside the text nor in the working folder.
  private let folders: [String]

  /// A file of this name is standard input.
  package static let dash = "-"

  /// A first word that ends in a known ending or holds a slash is a file; a dash is standard input, as
  /// is no word at all. Throws ``InputError``.
  package init(words: [String], wantsJSON: Bool) throws(InputError) {
    folders = []
    let first = words.first ?? Self.dash
    guard first == Self.dash || FileKind(first) != nil else {
      source = SourceText(words.joined(separator: " "), name: "<shell>")
      entryStart = 0
      return
    }
    let (text, name) = try Self.text(of: first, wantsJSON: wantsJSON)
    let rest = words.dropFirst().joined(separator: " ")
    entryStart = text.count + 1
    source = SourceText(
      bytes: rest.isEmpty ? text : text + [UInt8(ascii: "\n")] + Array(rest.utf8), name: name)
  }

  /// The text of a file and what to call it: a document's is its topology in canonical form.
  private static func text(
    of file: String, wantsJSON: Bool
  ) throws(InputError) -> (text: [UInt8], name: String) {
    guard file != dash else { return (try StandardInput.read(), "<stdin>") }
    let kind = FileKind(file) ?? .nines
    guard kind != .xml else { throw .notYet(file) }
    guard kind != .nines else { return (try FileReading.bytes(of: file), file) }
    return (try Converter.text(of: file, wantsJSON: wantsJSON), "\(file) (as text)")
  }

  /// What an entry at a prompt is called.
  static let promptName = "<prompt>"

  /// A file alone, or with an entry behind it. Throws ``InputError``.
  package init(file: String, entry: String = "", wantsJSON: Bool) throws(InputError) {
    let (text, name) = try Self.text(of: file, wantsJSON: wantsJSON)
    let rest = entry.isEmpty ? [] : [UInt8(ascii: "\n")] + Array(entry.utf8)
    source = SourceText(bytes: text + rest, name: name)
    entryStart = entry.isEmpty ? 0 : text.count + 1
    folders = []
  }

  /// An entry called `name`, behind the definitions made before; files that the definitions name are
  /// looked for in `folders` too.
  init(
    definitions: String, entry: String, name: String = promptName, folders: [String] = []
  ) {
    entryStart = definitions.utf8.count
    source = SourceText(definitions + entry, name: definitions.isEmpty ? name : Self.promptName)
    entryName = name
    self.folders = folders
  }

  /// A question that a command made of its flags.
  package init(question: String) {
    entryStart = 0
    source = SourceText(question, name: "<shell>")
    folders = []
  }

  /// Where a file that the text names is: beside the file of the text, or else where the shell stands.
  func path(of name: String) -> String {
    guard !name.hasPrefix("/") else { return name }
    let found = ([folder].compactMap(\.self) + [""] + folders).lazy.map { $0 + name }
      .first { FileReading.exists($0) }
    return found ?? name
  }

  /// The folder of the text's file, with a slash at its end; nil for the working folder.
  var folder: String? {
    guard !source.name.hasPrefix("<"), let slash = source.name.lastIndex(of: "/") else {
      return nil
    }
    return String(source.name[...slash])
  }

  /// The text behind the definitions or the file.
  var entry: String { String(decoding: source.bytes[entryStart...], as: UTF8.self) }

  /// Reads the files that laws and demands of the text name.
  package var observations: ObservationReader {
    ObservationReader(
      { (name) throws(ObservationError) -> [Duration] in
        try ObservationFile.durations(try Self.observations(in: path(of: name)))
      },
      loads: { (name) throws(ObservationError) -> String in
        String(decoding: try Self.observations(in: path(of: name)), as: UTF8.self)
      })
  }

  private static func observations(in path: String) throws(ObservationError) -> [UInt8] {
    do throws(InputError) {
      return try FileReading.bytes(of: path)
    } catch .unreadable(_, let reason) {
      throw ObservationError("it cannot be read: \(reason)")
    } catch {
      throw ObservationError(error.description)
    }
  }

  /// The text and place that a diagnostic is about: the file, or the words behind it.
  func located(_ diagnostic: Diagnostic) -> (Diagnostic, SourceText) {
    guard entryStart > 0, diagnostic.span.offset >= entryStart else { return (diagnostic, source) }
    let span = SourceSpan(
      offset: diagnostic.span.offset - entryStart, length: diagnostic.span.length)
    let words = SourceText(bytes: Array(source.bytes[entryStart...]), name: entryName)
    return (
      Diagnostic(
        diagnostic.code, diagnostic.message, at: span, fixes: diagnostic.fixes,
        notes: diagnostic.notes, isIncomplete: diagnostic.isIncomplete), words
    )
  }
}

/// What a file's name says about its content.
package enum FileKind {
  case nines, json, yaml, xml

  /// The kind of a word that names a file; nil for words of the language.
  package init?(_ word: String) {
    if word.hasSuffix(".json") {
      self = .json
    } else if word.hasSuffix(".yaml") || word.hasSuffix(".yml") {
      self = .yaml
    } else if word.hasSuffix(".xml") {
      self = .xml
    } else if word.hasSuffix(".nines") || word.contains("/") && !word.contains("\"") {
      self = .nines
    } else {
      return nil
    }
  }
}

/// Why there is no text to answer.
package enum InputError: Error, CustomStringConvertible {
  /// The system does not give its bytes.
  case unreadable(String, reason: String)
  /// A form that is not read.
  case notYet(String)
  /// Longer than any text that is read.
  case tooLong(String, megabytes: Int)
  /// The program that reads documents is missing.
  case noConverter
  /// No part of a simulation.
  case notAPart(String, reason: String)
  /// The system does not take its bytes.
  case unwritable(String, reason: String)
  /// The editor isn't there, or failed.
  case noEditor(String)
  /// A program of another package is not installed.
  case noProgram(OtherProgram)
  /// It is, and failed; it has said why.
  case programFailed(OtherProgram)
  /// A file whose name ends in no form of pictures.
  case notAPicture(String)
  /// The converter has said it already.
  case reported

  /// How programs are told, and the shell.
  package var code: String {
    switch self {
    case .noProgram: "missing-program"
    case .programFailed: "failed-program"
    case .unwritable: "unwritable"
    default: "unreadable"
    }
  }

  /// With what the program ends for it: another program that is missing is no fault of the input.
  package var status: ExitStatus {
    if case .noProgram = self { .unanswerable } else { .wrongInput }
  }

  /// One sentence that says what is wrong.
  package var description: String {
    switch self {
    case .unreadable(let name, let reason): "\(name) cannot be read: \(reason)"
    case .notYet(let name):
      "\(name): files of this kind are not yet read; write .nines, .json or .yaml"
    case .tooLong(let name, let megabytes): "\(name) is longer than \(megabytes) MB"
    case .noConverter: "JSON and YAML need nines-convert beside nines, which is not there"
    case .notAPart(let name, let reason): "\(name): \(reason)"
    case .unwritable(let name, let reason): "\(name) cannot be written: \(reason)"
    case .noEditor(let editor):
      "the editor '\(editor)' failed, and nothing is changed; set VISUAL or EDITOR to one that works"
    case .noProgram(let program):
      "\(program.name) is not installed, which comes with the package \(program.package): "
        + "apt-get install \(program.package), or brew install \(program.formula)"
    case .programFailed(let program): "\(program.name) failed, and nothing is written"
    case .notAPicture(let name):
      "\(name): pictures are written as .svg, .png or .json (for Vega-Lite)"
    case .reported: ""
    }
  }
}
