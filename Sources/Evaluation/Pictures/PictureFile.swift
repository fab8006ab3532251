import Nines

/// A file that a picture is written to, in the form that its name ends in.
package struct PictureFile: Sendable, Hashable {
  /// The forms, by what names end in.
  package enum Form: String, Sendable, CaseIterable {
    /// Vectors, light and dark as the reader's system is.
    case svg
    /// Points, light, twice as many as an SVG has pixels; needs rsvg-convert.
    case png
    /// A specification for Vega-Lite: `shop.vl.json`.
    case json
  }

  /// Where it is.
  package let path: String
  /// What is written there.
  package let form: Form

  /// The file of a name. Throws ``InputError/notAPicture(_:)`` for other endings.
  package init(_ path: String) throws(InputError) {
    guard let form = FileNames.ending(of: path).flatMap(Form.init(rawValue:)) else {
      throw .notAPicture(path)
    }
    self.init(path, form)
  }

  private init(_ path: String, _ form: Form) {
    self.path = path
    self.form = form
  }

  /// Why nothing can be written there, told before the work that would be lost; nil when it seems so.
  package var obstacle: InputError? {
    if form == .png, !OtherProgram.rsvgConvert.isInstalled { return .noProgram(.rsvgConvert) }
    return WholeFile.obstacle(to: path)
  }

  /// `shop-2.svg` for the second picture, and the name itself for the first.
  package func numbered(_ number: Int) -> PictureFile {
    guard number > 1 else { return self }
    let folder = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let suffix = path.hasSuffix(".vl.json") ? ".vl.json" : ".\(form.rawValue)"
    let stem = path[folder...].dropLast(suffix.utf8.count)
    return PictureFile(
      "\(path[..<folder])\(stem)-\(number)\(path.suffix(suffix.utf8.count))", form)
  }

  /// Writes a picture; nothing where there is none. Throws ``InputError``, for a drawing as a
  /// specification too.
  package func write(_ picture: Picture) throws(InputError) {
    switch form {
    case .svg: if let svg = picture.svg(SVGRenderer()) { try write(svg: svg) }
    case .png: if let svg = picture.svg(SVGRenderer(appearance: .light)) { try write(svg: svg) }
    case .json:
      guard let specification = picture.vegaLite else {
        throw .unwritable(path, reason: Picture.drawingForVegaLite)
      }
      try WholeFile.write(Array((specification.text + "\n").utf8), to: path)
    }
  }

  /// Writes what is drawn as SVG already. Throws ``InputError``.
  package func write(svg text: String) throws(InputError) {
    let bytes = Array(text.utf8)
    guard form == .png else { return try WholeFile.write(bytes, to: path) }
    try WholeFile.write(try OtherProgram.image(of: bytes), to: path)
  }
}
