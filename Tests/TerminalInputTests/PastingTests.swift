import Foundation
import TerminalScreens
import Testing

extension TerminalTests {
  /// Pasted text, in a terminal.
  @Suite("Pasting")
  struct PastingTests {
    @Test("pasted lines are lines, and what is after the last can be edited")
    func lines() throws {
      try EchoScreen.with { screen in
        try screen.paste(Data("one\n\ntwo\tx\nthree".utf8))
        try screen.wait(forLastRow: "ready> three")
        try screen.press("BSpace")
        try screen.enter("E")
        let shown = try screen.wait(for: "read 5: threE")
        #expect(
          shown.contains("ready> one\nread 3: one\nready>\nread 0:\nready> two x\nread 5: two x"))
      }
    }

    @Test("a paste into a line joins it")
    func joined() throws {
      try EchoScreen.with { screen in
        try screen.type("before ")
        try screen.paste(Data("one\ntwo".utf8))
        try screen.wait(forLastRow: "ready> two")
        try screen.press("Enter")
        let shown = try screen.wait(for: "read 3: two")
        #expect(shown.contains("ready> before one\nread 10: before one\n"))
      }
    }

    @Test("what is left of a paste can be forgotten")
    func forgotten() throws {
      try EchoScreen.with { screen in
        try screen.paste(Data("one\nforget\ntwo\nthree".utf8))
        let shown = try screen.wait(for: "ready> forget\nready>")
        #expect(shown.contains("read 3: one"))
        try screen.enter("next")
        let later = try screen.wait(for: "read 4: next")
        #expect(!later.contains("two") && !later.contains("three"))
      }
    }

    @Test("pasted bytes that are no text are replaced, and act as no keys")
    func noText() throws {
      try EchoScreen.with { screen in
        try screen.paste(Data([0x61, 0xFF, 0xC3, 0x20, 0x03, 0x04, 0x1B]) + Data("[Ab\n".utf8))
        try screen.wait(for: "read 10: a\u{FFFD}\u{FFFD} \u{FFFD}\u{FFFD}\u{FFFD}[Ab")
      }
    }

    @Test("bytes that are no text are replaced when typed, too")
    func typed() throws {
      try EchoScreen.with { screen in
        try screen.paste(Data([0x61, 0xE2, 0x82, 0x62, 0xFF]) + Data("é\n".utf8), marked: false)
        try screen.wait(for: "read 6: a\u{FFFD}\u{FFFD}b\u{FFFD}é")
      }
    }

    @Test("a whole line of 1 MB is taken, and one that is being edited is refused")
    func large() throws {
      try EchoScreen.with { screen in
        try screen.paste(Data(String(repeating: "x", count: 1 << 20).utf8) + Data("\n".utf8))
        try screen.wait(for: "read 1048576: xxx")
        // Before that, the terminal is in its ordinary mode and holds 4,095 characters at most.
        try screen.wait(forLastRow: "ready>")
        try screen.paste(Data(String(repeating: "y", count: 1 << 20).utf8))
        try screen.wait(for: "longer than 16384\nready>")
        try screen.enter("next")
        try screen.wait(for: "read 4: next")
      }
    }

    @Test("1 MB of lines without marks is read to its end")
    func unmarked() throws {
      try EchoScreen.with { screen in
        let line = String(repeating: "z", count: 1_023) + "\n"
        try screen.paste(Data(String(repeating: line, count: 1_024).utf8), marked: false)
        try screen.paste(Data("last\n".utf8), marked: false)
        try screen.wait(for: "read 4: last")
      }
    }
  }
}
