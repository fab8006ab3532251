/// How the page looks: the reader's own fonts, light or dark as the reader's system is, light on paper.
///
/// The grounds are those of the charts.
enum HTMLStylesheet {
  static let rules = """
    :root{color-scheme:light dark;--ground:#fff;--text:#1a1a1a;--quiet:#595959;--line:#d9dce0;\
    --box:#f5f8fb;--good:#00694d;--bad:#a84300}
    @media (prefers-color-scheme:dark){:root{--ground:#16181c;--text:#f0f0f0;--quiet:#b3b7bd;\
    --line:#3a3f47;--box:#22262c;--good:#55d6b0;--bad:#f7a66b}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--text);\
    font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,\
    'DejaVu Sans',sans-serif;-webkit-text-size-adjust:100%}
    main,body>footer{max-width:44rem;margin:0 auto;padding:0 1rem}
    header{padding-top:2rem}
    h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem}
    h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .75rem;padding-top:.75rem;\
    border-top:1px solid var(--line)}
    h3{font-size:1rem;margin:1.5rem 0 .5rem}
    h1,h2,h3,p,li,td,th,code{overflow-wrap:break-word}
    p,ul{margin:.5rem 0;max-width:72ch}
    ul{padding-left:1.25rem}
    .headline{font-size:1.2rem;line-height:1.4;font-weight:600}
    .good{color:var(--good)}.bad,.undecided{color:var(--bad)}
    code,pre{font-family:ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;\
    font-size:.875em}
    pre{background:var(--box);border:1px solid var(--line);border-radius:4px;padding:.75rem;\
    overflow-x:auto;line-height:1.45;tab-size:4}
    table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
    .scroll{overflow-x:auto;margin:.75rem 0}
    th,td{text-align:right;vertical-align:top;padding:.3rem 0 .3rem 1rem;\
    border-bottom:1px solid var(--line)}
    th:first-child,td:first-child{padding-left:0}
    .figures td{white-space:nowrap}.figures td:first-child{white-space:normal;min-width:8rem;\
    overflow-wrap:anywhere}
    th{font-weight:600}
    .left,.card th,.card td{text-align:left}
    .card{width:100%;margin:.75rem 0;table-layout:fixed}
    .card th{width:8.5rem;color:var(--quiet);font-weight:400}
    figure{margin:1.25rem -15px}
    figure svg{display:block;max-width:100%;height:auto}
    .narrow{display:none}
    body>footer{color:var(--quiet);font-size:.875rem;margin-top:2.5rem;padding-bottom:2rem}
    @media (max-width:44rem){.two .wide{display:none}.narrow{display:block}.card th{width:6rem}\
    .figures td{white-space:normal}.figures th,.figures td{padding-left:.6rem}\
    .figures td:first-child{min-width:5rem;padding-left:0}.figures th:first-child{padding-left:0}}
    @media print{:root{color-scheme:light;--ground:#fff;--text:#1a1a1a;--quiet:#595959;\
    --line:#d9dce0;--box:#fff;--good:#00694d;--bad:#a84300}
    body{font-size:10.5pt}main,body>footer{max-width:none;padding:0}
    .two .wide{display:block}.narrow{display:none}
    figure,tr{break-inside:avoid}h1,h2,h3{break-after:avoid}
    pre{white-space:pre-wrap;overflow-wrap:anywhere}.scroll{overflow:visible}\
    .figures td{white-space:normal}}
    """
}
