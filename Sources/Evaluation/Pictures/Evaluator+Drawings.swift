import Nines

// Topologies as drawings.
extension Evaluator {
  /// Draws what `name` depends on, or without a name all that a text defines, into a file or to standard
  /// output.
  package func draw(_ request: DrawingRequest) -> ExitStatus {
    do throws(InputError) {
      // Asked about, a name that isn't known is told with those that are near.
      let asked = request.name.map { NameWriter.text(Identifier($0)) }
      let input = try Input(
        file: request.source ?? Input.dash, entry: asked ?? "", wantsJSON: false)
      guard let drawing = drawing(input, request) else { return .wrongInput }
      let bytes = try picture(of: drawing, request)
      guard let file = request.file else {
        StandardOutput.write(bytes)
        return .answered
      }
      try WholeFile.write(bytes, to: file)
      return .answered
    } catch {
      complain(error)
      return error.status
    }
  }

  private func drawing(_ input: Input, _ request: DrawingRequest) -> TopologyDrawing? {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      let drawing = TopologyDrawing(program.topology, of: request.name, limit: request.limit)
      guard let drawing, !drawing.nodes.isEmpty else {
        complain("nothing-to-draw", "there is nothing to draw in \(input.source.name)")
        return nil
      }
      return drawing
    } catch {
      complain(error, in: input)
      return nil
    }
  }

  private func picture(
    of drawing: TopologyDrawing, _ request: DrawingRequest
  ) throws(InputError) -> [UInt8] {
    switch request.form {
    case .dot: Array(drawing.dot.utf8)
    case .d2: Array(drawing.d2.utf8)
    case .mermaid: Array(drawing.mermaid.utf8)
    case .svg: Array(try svg(of: drawing, request).utf8)
    case .png: try OtherProgram.image(of: Array(try svg(of: drawing, request).utf8))
    }
  }

  private func svg(
    of drawing: TopologyDrawing, _ request: DrawingRequest
  ) throws(InputError) -> String {
    let appearance: SVGRenderer.Appearance = request.form == .png ? .light : .automatic
    let renderer = SVGRenderer(appearance: appearance, identifier: "topology")
    guard request.layout != .layers else { return renderer.text(drawing) }
    do throws(InputError) {
      let drawn = try OtherProgram.dot.output(of: Array(drawing.dot.utf8), ["-Tsvg"])
      let text = String(decoding: drawn, as: UTF8.self)
      guard let picture = renderer.text(drawing, laidOutByGraphviz: text) else {
        throw .programFailed(.dot)
      }
      return picture
    } catch {
      guard request.layout == .auto else { throw error }
      StandardError.print(
        "note: \(error.description); nines lays the drawing out itself")
      return renderer.text(drawing)
    }
  }
}

/// What is drawn, how, and where to.
package struct DrawingRequest: Sendable {
  /// The file of the text; nil for standard input.
  package let source: String?
  /// What is drawn, with all that it depends on; nil for all.
  package let name: String?
  /// The form.
  package let form: DrawingForm
  /// Where it is written; nil for standard output.
  package let file: String?
  /// Who lays it out.
  package let layout: DrawingLayout
  /// How many boxes there are at most, 12 or more.
  package let limit: Int

  /// A request for a drawing.
  package init(
    of source: String?, name: String?, as form: DrawingForm, to file: String?,
    layout: DrawingLayout, limit: Int
  ) {
    self.source = source
    self.name = name
    self.form = form
    self.file = file
    self.layout = layout
    self.limit = limit
  }
}
