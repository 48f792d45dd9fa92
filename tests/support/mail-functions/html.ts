import * as background from "../../../shared/mail/html/background.ts";
import * as box from "../../../shared/mail/html/box.ts";
import { Cascade } from "../../../shared/mail/html/cascade.ts";
import * as colors from "../../../shared/mail/html/colors.ts";
import * as cssText from "../../../shared/mail/html/css-text.ts";
import { declarationsOf } from "../../../shared/mail/html/declarations.ts";
import * as fontSize from "../../../shared/mail/html/font-size.ts";
import { htmlText } from "../../../shared/mail/html/html-text.ts";
import { lengthOf, pixels } from "../../../shared/mail/html/lengths.ts";
import { listOf, markerOf } from "../../../shared/mail/html/list-marker.ts";
import { lookOf, PAGE } from "../../../shared/mail/html/look.ts";
import { Looks } from "../../../shared/mail/html/looks.ts";
import { Page } from "../../../shared/mail/html/page.ts";
import { pageStyles } from "../../../shared/mail/html/page-styles.ts";
import { PROPERTIES } from "../../../shared/mail/html/properties.ts";
import { selectorOf } from "../../../shared/mail/html/selector.ts";
import * as shapes from "../../../shared/mail/html/shapes.ts";
import { holdsOnEveryScreen, rulesOf } from "../../../shared/mail/html/sheet-rules.ts";
import { keepVisibleStyles } from "../../../shared/mail/html/showing-only.ts";
import { mergeStyles, type Style } from "../../../shared/mail/html/style.ts";
import { StyleSheet } from "../../../shared/mail/html/style-sheet.ts";
import { TextWriter } from "../../../shared/mail/html/text-writer.ts";
import { attributeStyle, ownStyle } from "../../../shared/mail/html/user-agent.ts";
import { byText, type Rows, splitIn } from "./feeding.ts";

const style = (text: string): Style => ({
  ...{ display: text, position: text, marker: text, fontSize: { value: 1, unit: text } },
  sizes: { width: { value: 1, unit: text }, "text-indent": { value: 1, unit: text } },
});

const sheetOf = (css: string) => {
  const sheet = new StyleSheet(true);
  sheet.add(css);
  const outer = { name: "div", id: css.slice(0, 1), classes: splitIn(200, css), outer: undefined };
  for (const name of splitIn(200, css)) sheet.stylesOf({ name, id: css, classes: [css, name], outer });
};

/** Of shared/mail/html/. */
export const HTML: Record<string, Rows> = {
  "html/background.ts": byText(background),
  "html/box.ts": {
    hasSize: (text) => box.hasSize(style(text)),
    isCollapsed: (text) => box.isCollapsed(style(text), 16),
    isMovedOffPage: (text) => box.isMovedOffPage(style(text), 16),
    isOutOfFlow: (text) => box.isOutOfFlow(style(text)),
  },
  "html/cascade.ts": {
    Cascade: (text) => {
      const cascade = new Cascade(new StyleSheet(true), true);
      for (const css of [text, ...splitIn(500, text)]) {
        cascade.styleOf({ name: css, id: css, classes: [css], outer: undefined }, { style: css, class: css, id: css });
      }
    },
  },
  "html/colors.ts": {
    attributeColor: colors.attributeColor,
    colorOf: colors.colorOf,
    "colorOf rgb": (text) => colors.colorOf(`rgb(${text})`),
    isClear: (text) => colors.isClear(colors.colorOf(text) ?? colors.CLEAR),
    isNear: (text) => colors.isNear(colors.colorOf(text) ?? colors.CLEAR, colors.WHITE),
    blendOver: (text) => colors.blendOver(colors.colorOf(text) ?? colors.CLEAR, colors.WHITE),
  },
  "html/css-text.ts": {
    splitCss: (text) => [cssText.splitCss(text, ";"), cssText.splitCss(`(${text}`, ";"), cssText.splitCss(text, ",")],
    withoutComments: cssText.withoutComments,
    "withoutComments in one": (text) => cssText.withoutComments(`/*${text}`),
    withoutEscapes: cssText.withoutEscapes,
  },
  "html/declarations.ts": {
    declarationsOf,
    "declarationsOf each property": (text) =>
      declarationsOf(
        splitIn(PROPERTIES.size, text)
          .map((value, at) => `${[...PROPERTIES.keys()][at]}:${value}`)
          .join(";"),
      ),
    "declarationsOf one property": (text) => {
      for (const name of PROPERTIES.keys()) declarationsOf(`${name}:${text}`);
    },
  },
  "html/font-size.ts": byText(fontSize),
  "html/html-text.ts": {
    htmlText,
    "htmlText in a table": (text) => htmlText(`<table><tr><td>${text}</table>`),
    "htmlText in a link": (text) => htmlText(`<a href="https://a.example/${text}">${text}</a>`),
    "htmlText in an attribute": (text) => htmlText(`<p style="${text}" class="${text}">x</p>`),
    "htmlText in a style sheet": (text) => htmlText(`<style>${text}</style><p>x</p>`),
    "htmlText under a style sheet": (text) =>
      htmlText(
        `<style>div p .a,p>p{color:red}.a .a .a{display:none}</style>${text.replaceAll("<p>", '<p class="a a">')}`,
      ),
  },
  "html/lengths.ts": { lengthOf, pixels: (unit) => pixels({ value: 1, unit }, 16, 600) },
  "html/list-marker.ts": {
    listOf: (start) => listOf({ start, reversed: start }),
    markerOf: (text) => markerOf(listOf({}), text, { value: text }),
  },
  "html/look.ts": { lookOf: (text) => lookOf(PAGE, style(text)) },
  "html/looks.ts": {
    Looks: (text) => {
      const looks = new Looks();
      for (const one of splitIn(500, text)) looks.of(PAGE, style(one));
    },
  },
  "html/page.ts": {
    Page: (text) => {
      const page = new Page(text, 70_000);
      for (const name of ["p", "ol", "li", "img", "blockquote", "pre", "a"]) {
        page.open(name, { style: text, class: text, id: text, alt: text, href: text, value: text });
        page.text(text);
      }
      for (const name of ["a", "pre", "blockquote", "li", "ol", "p"]) page.close(name);
      return page.end();
    },
  },
  "html/page-styles.ts": {
    pageStyles,
    "pageStyles in a style element": (text) => pageStyles(`<style ${text}>${text}</style>`),
  },
  "html/selector.ts": { selectorOf },
  "html/shapes.ts": byText(shapes),
  "html/sheet-rules.ts": {
    holdsOnEveryScreen,
    rulesOf: (text) => [...rulesOf(text)],
    "rulesOf a medium": (text) => [...rulesOf(`@media ${text}{p{color:red}}`)],
  },
  "html/showing-only.ts": { keepVisibleStyles: (text) => keepVisibleStyles(declarationsOf(text)) },
  "html/style.ts": { mergeStyles: (text) => mergeStyles(splitIn(500, text).map(style)) },
  "html/style-sheet.ts": {
    StyleSheet: sheetOf,
    "StyleSheet a rule": (text) => sheetOf(`.a{${text}}`),
    "StyleSheet selectors": (text) => sheetOf(`${text}{display:none}`),
    "StyleSheet a comment": (text) => sheetOf(`/*${text}*/.a{display:none}`),
  },
  "html/text-writer.ts": {
    TextWriter: (text) => {
      const writer = new TextWriter();
      writer.text(text);
      for (const char of text) writer.text(char);
      writer.verbatim(text);
      for (const line of text.split("\n")) {
        writer.text(line);
        writer.paragraph();
      }
      return writer.end();
    },
  },
  "html/user-agent.ts": {
    attributeStyle: (text) =>
      ["font", "body", text].map((name) =>
        attributeStyle(name, { bgcolor: text, background: text, color: text, text, size: text, type: text }),
      ),
    ownStyle: (text) => ownStyle(text, true),
  },
};
