import Evaluation
import Nines

// Printing a topology in another form.
extension Evaluator {
  /// Prints the canonical form of a file or of standard input, or the document of that form.
  func format(file: String?, to form: OutputForm) -> ExitStatus {
    do throws(InputError) {
      guard let file else { return format(try Input(words: [], wantsJSON: false), to: form) }
      return format(try Input(file: file, wantsJSON: false), to: form)
    } catch {
      complain(error)
      return .wrongInput
    }
  }

  private func format(_ input: Input, to form: OutputForm) -> ExitStatus {
    do throws(Diagnostic) {
      let text = Formatter.format(try Parser.parse(input.source))
      return write(text, try Parser.parse(SourceText(text)), as: form)
    } catch {
      complain(error, input.source)
      return .wrongInput
    }
  }

  /// Names a file that isn't in its canonical form; writes it anew where that is wanted.
  func bring(_ file: String, isWriting: Bool) -> ExitStatus {
    do throws(InputError) {
      return bring(try Input(file: file, wantsJSON: false), file, isWriting: isWriting)
    } catch {
      complain(error)
      return .wrongInput
    }
  }

  private func bring(
    _ input: Input, _ file: String, isWriting: Bool
  ) -> ExitStatus {
    do throws(Diagnostic) {
      let text = Array(Formatter.format(try Parser.parse(input.source)).utf8)
      guard text != input.source.bytes else { return .answered }
      StandardOutput.print(file)
      guard isWriting else { return .notMet }
      return write(text, to: file)
    } catch {
      complain(error, input.source)
      return .wrongInput
    }
  }

  private func write(_ text: [UInt8], to file: String) -> ExitStatus {
    do throws(InputError) {
      try WholeFile.write(text, to: file)
      return .answered
    } catch {
      complain(error)
      return .wrongInput
    }
  }

  /// Writes the canonical `text`, or the document of the program that it holds.
  private func write(_ text: String, _ program: Program, as form: OutputForm) -> ExitStatus {
    do throws(InputError) {
      switch form {
      case .text: StandardOutput.print(text, terminator: "")
      case .json: StandardOutput.print(ProgramJSON.value(of: program).indentedText)
      case .yaml: try Converter.printYAML(of: text)
      }
      return .answered
    } catch {
      complain(error)
      return .wrongInput
    }
  }
}
