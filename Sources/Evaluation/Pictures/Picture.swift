import Nines

/// What an answer looks like.
package enum Picture: Sendable {
  /// A chart of it.
  case chart(Chart)
  /// A drawing of what it depends on.
  case drawing(TopologyDrawing)
  /// Why there is none, in a sentence.
  case none(String)

  /// The chart, or why there is none.
  init(_ chart: () throws(ChartError) -> Chart) {
    do throws(ChartError) {
      self = .chart(try chart())
    } catch {
      self = .none(error.description)
    }
  }

  /// Of an answer that no chart shows.
  static let unknown = Picture.none(
    "this answer has no picture; `plot`, `why`, `simulate`, `check … meets` and `budget … meets` have"
  )
}

extension Picture {
  /// Why there is none; nil where there is one.
  var refusal: String? {
    if case .none(let reason) = self { reason } else { nil }
  }

  /// As SVG; nil where there is no picture.
  package func svg(_ renderer: SVGRenderer) -> String? {
    switch self {
    case .chart(let chart): renderer.text(chart)
    case .drawing(let drawing): renderer.text(drawing)
    case .none: nil
    }
  }

  /// As a specification for Vega-Lite; nil for drawings, which that doesn't know, and where there is none.
  package var vegaLite: JSONValue? {
    if case .chart(let chart) = self { JSONValue(vegaLite: chart) } else { nil }
  }

  /// Why a drawing has no specification.
  static let drawingForVegaLite =
    "Vega-Lite draws no topology; write .svg, or `nines draw` with --to dot, d2 or mermaid"
}
