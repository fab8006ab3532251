/// The page's template, in the language of Mustache. Three braces stand for what is escaped already, or
/// is SVG.
enum HTMLTemplate {
  /// A line, in which code is marked.
  private static let line =
    "{{#spans}}{{#isCode}}<code>{{{text}}}</code>{{/isCode}}{{^isCode}}{{{text}}}{{/isCode}}{{/spans}}"

  private static let rows = """
    {{#rows}}
    <table class="card">
    {{#rows}}
    <tr><th scope="row">{{{label}}}</th><td>{{#lines}}<div>\(line)</div>{{/lines}}</td></tr>
    {{/rows}}
    </table>
    {{/rows}}
    """

  private static let table = """
    {{#table}}
    <div class="scroll" tabindex="0" role="group" aria-label="table"><table class="figures">
    <thead><tr>{{#columns}}<th scope="col"{{#isLeft}} class="left"{{/isLeft}}>{{{text}}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr>{{#cells}}<td{{#isLeft}} class="left"{{/isLeft}}>{{{text}}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table></div>
    {{/table}}
    """

  private static let part = """
    {{#subheading}}
    <h3 class="{{tone}}">{{#text}}\(line){{/text}}</h3>
    {{/subheading}}
    {{#sentence}}
    <p>\(line)</p>
    {{/sentence}}
    \(rows)
    \(table)
    {{#list}}
    <ul>
    {{#items}}
    <li>\(line)</li>
    {{/items}}
    </ul>
    {{/list}}
    {{#figure}}
    <figure{{#narrow}} class="two"{{/narrow}}>
    <div class="wide">{{{wide}}}</div>
    {{#narrow}}
    <div class="narrow">{{{narrow}}}</div>
    {{/narrow}}
    </figure>
    {{/figure}}
    {{#listing}}
    <pre>{{{text}}}</pre>
    {{/listing}}
    """

  /// The whole page.
  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>{{{title}}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <main>
    <header>
    <h1>{{{title}}}</h1>
    <p class="headline">{{#headline}}\(line){{/headline}}</p>
    <p>{{#interval}}\(line){{/interval}}</p>
    </header>
    {{#sections}}
    <section id="{{identifier}}">
    <h2>{{{heading}}}</h2>
    {{#parts}}
    \(part)
    {{/parts}}
    </section>
    {{/sections}}
    </main>
    <footer>
    {{#footer}}
    <p>\(line)</p>
    {{/footer}}
    </footer>
    </body>
    </html>

    """
}
