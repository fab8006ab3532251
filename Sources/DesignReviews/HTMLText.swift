import Mustache
import Nines

/// Words of a page, escaped here: what the template's own language escapes are characters, in which a sign
/// of HTML can hide behind a mark.
struct HTMLText: MustacheCustomRenderable {
  let renderText: String
  let isNull = false

  init(_ text: String) { renderText = MarkupText.escaped(text) }
}
