import { escapeHtml } from "../../../shared/mail/escape-html.ts";
import { outcomesIn, shownValue } from "./measured.ts";
import { seriesOf, type Widget } from "./widgets.ts";

const COLUMN = 64;
const ROW = 46;
const STYLE = `body{margin:0;background:#f2f3f3;font:12px/1.35 sans-serif;color:#16191f}
section{position:absolute;box-sizing:border-box;padding:3px}section>div{background:#fff;border:1px solid #d5dbdb;height:100%;box-sizing:border-box;padding:7px 10px;overflow:hidden}
.text>div{background:none;border:0;padding:2px 4px}h1{font-size:17px;margin:0}h2{font-size:13px;margin:0 0 6px}
ul{list-style:none;margin:0;padding:0;column-gap:14px}li{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.one{display:flex;flex-wrap:wrap;gap:10px 24px}.one b{display:block;font-size:24px;font-weight:500}
.bar{display:inline-block;height:9px;background:#1f77b4;margin-right:6px}.none,pre{color:#687078}pre{font-size:11px;white-space:pre-wrap;margin:0}.box{display:inline-block;width:7px;height:7px;border:1px solid #879596;margin-right:4px}`;

/** The dashboard's grid as a page, with what was measured in a run of one machine; what only AWS measures stays empty. */
export function drawDashboard(widgets: Widget[], measured: Map<string, number[]>): { html: string; height: number } {
  const height = Math.max(...widgets.map(({ y, height: rows }) => y + rows)) * ROW;
  const sections = widgets.map((widget) => {
    const { x, y, width, height: rows, type } = widget;
    const place = `left:${x * COLUMN}px;top:${y * ROW}px;width:${width * COLUMN}px;height:${rows * ROW}px`;
    return `<section class="${type}" style="${place}"><div>${inside(widget, measured)}</div></section>`;
  });
  const html = `<!doctype html><meta charset="utf-8"><title>Dashboard</title><style>${STYLE}</style>${sections.join("")}`;
  return { html, height };
}

function inside(widget: Widget, measured: Map<string, number[]>): string {
  const { markdown, title = "", alarms, query, view } = widget.properties;
  if (markdown !== undefined) return `<h1>${escapeHtml(markdown.replace(/^#+ /, ""))}</h1>`;
  const head = `<h2>${escapeHtml(title)}</h2>`;
  if (widget.type === "alarm") {
    const names = alarms.map((arn) => `<li><span class="box"></span> ${escapeHtml(alarmName(arn))}</li>`);
    return `${head}<ul style="column-count:4;font-size:10px">${names.join("")}</ul>`;
  }
  if (query !== undefined) return `${head}<pre>${escapeHtml(query.replaceAll("\n| ", "\n"))}</pre>`;
  return head + (view === "singleValue" ? numbers(widget, measured) : bars(widget, measured));
}

/** `Alarms ErrorsOf-auth`, out of an ARN that the template leaves open. */
function alarmName(arn: string): string {
  return arn.replace(/^Alarms/, "").replace(/\.Arn$/, "");
}

function numbers(widget: Widget, measured: Map<string, number[]>): string {
  const each = seriesOf(widget).map((series) => {
    const value = shownValue(series, measured);
    return `<span><b>${value === undefined ? "–" : shown(value)}</b>${escapeHtml(series.label)}</span>`;
  });
  return `<div class="one">${each.join("")}</div>`;
}

function bars(widget: Widget, measured: Map<string, number[]>): string {
  const rows = seriesOf(widget).flatMap((series): Row[] => {
    if (series.name.startsWith("SEARCH")) return outcomesIn(measured).map(([label, value]) => ({ label, value }));
    return [
      { label: series.label, value: shownValue(series, measured), none: series.own ? "none in this run" : undefined },
    ];
  });
  const most = Math.max(1e-9, ...rows.map(({ value }) => value ?? 0));
  const lines = rows.map(({ label, value, none = "measured by AWS alone" }) => {
    if (value === undefined) return `<li class="none">${escapeHtml(label)}: ${none}</li>`;
    return `<li><span class="bar" style="width:${(value / most) * 120}px"></span>${escapeHtml(label)} ${shown(value)}</li>`;
  });
  return `<ul${lines.length > 10 ? ' style="column-count:2"' : ""}>${lines.join("")}</ul>`;
}

type Row = { label: string; value: number | undefined; none?: string | undefined };

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(2);
}
