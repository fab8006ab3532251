import Evaluation
import Nines

/// Asks line by line: definitions stay, questions are answered, a text that is only unfinished goes
/// on in the next line. Ctrl-C ends a simulation with the estimate so far, not the prompt.
struct Prompt {
  let evaluator: Evaluator

  func run() async {
    print("nines: a topology such as  99.99% & 2 of 3 99.5%   (quit to leave)")
    var workspace = Workspace()
    var entry = ""
    while true {
      print(entry.isEmpty ? "> " : ". ", terminator: "")
      flush()
      guard let line = readLine() else { return print("") }
      if entry.isEmpty, line == "quit" || line == "exit" { return }
      entry += line + "\n"
      if Workspace.isIncomplete(entry), !line.isEmpty { continue }
      _ = await workspace.take(entry, evaluator)
      entry = ""
    }
  }
}
