import ArgumentParser

/// The completion scripts of swift-argument-parser, which know words only behind a command's name:
/// these offer what `answer` takes behind `nines` alone, too.
enum CompletionScript {
  private static let flag = "--generate-completion-script"

  /// The script that the arguments of the program ask for; nil where they ask for none, or for a shell
  /// whose script stays as it is.
  static func text(_ arguments: [String]) -> String? {
    guard let first = arguments.first, first.hasPrefix(flag) else { return nil }
    let shell =
      first == flag ? arguments.dropFirst().first : String(first.dropFirst(flag.count + 1))
    guard shell == "bash" || shell == "zsh" else { return nil }
    let addition = shell == "bash" ? bash : zsh
    let script = NinesCommand.completionScript(for: shell == "bash" ? .bash : .zsh)
    return script + "\n" + addition
  }

  private static var commands: String {
    let names = NinesCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    return (names + ["help"]).joined(separator: "|")
  }

  private static var bash: String {
    """
    # Behind `nines` alone stands what `answer` takes.
    _nines_or_answer() {
        case "${COMP_WORDS[1]}" in
        \(commands))
            _nines "$@"
            return
            ;;
        esac
        local -a own=()
        if [[ "${COMP_CWORD}" -eq 1 ]]; then
            _nines "$@"
            own=("${COMPREPLY[@]}")
            COMPREPLY=()
        fi
        local -r program="${COMP_WORDS[0]}"
        COMP_LINE="${program} answer${COMP_LINE#"${program}"}"
        COMP_POINT="$((COMP_POINT + 7))"
        COMP_WORDS=("${program}" answer "${COMP_WORDS[@]:1}")
        COMP_CWORD="$((COMP_CWORD + 1))"
        _nines "$@"
        COMPREPLY=("${own[@]}" "${COMPREPLY[@]}")
    }

    complete -o filenames -F _nines_or_answer nines
    """
  }

  private static var zsh: String {
    """
    # Behind `nines` alone stands what `answer` takes.
    _nines_or_answer() {
        if [[ "${CURRENT}" -eq 2 ]]; then
            _nines "$@"
        fi
        case "${words[2]}" in
        \(commands)) _nines "$@" ;;
        *)
            words=("${words[1]}" answer "${(@)words[2,-1]}")
            (( CURRENT++ ))
            _nines "$@"
            ;;
        esac
    }

    compdef _nines_or_answer nines
    """
  }
}
