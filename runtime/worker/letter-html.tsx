import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Html } from "@react-email/html";
import { Text } from "@react-email/text";
import { renderToStaticMarkup } from "react-dom/server";
import type { LetterWords } from "@/lib/messages/letter-shape";
import { letterLanguage } from "@/lib/messages/letter-words";

const serif = "Georgia, 'Times New Roman', serif";
const paper = { backgroundColor: "#f6f3ec", fontFamily: serif, margin: "0", padding: "24px 12px" };
const sheet = { maxWidth: "520px", padding: "8px 24px", backgroundColor: "#ffffff", borderRadius: "8px" };
const line = { fontSize: "17px", lineHeight: "26px", color: "#22252b", margin: "16px 0" };
const small = { fontSize: "14px", lineHeight: "22px", color: "#565c66", margin: "12px 0" };
const button = {
  ...{ backgroundColor: "#2c4a5e", color: "#ffffff", fontSize: "16px", lineHeight: "24px" },
  ...{ borderRadius: "6px", padding: "10px 18px", textDecoration: "none" },
};

/** The same words as the plain text, with nothing that is fetched: no picture, no font, no sign that it was opened. */
export function letterHtml({ subject, lines, link, foot }: LetterWords): string {
  const page = renderToStaticMarkup(
    <Html lang={letterLanguage} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: a letter is no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <Body style={paper}>
        <Container style={sheet}>
          {lines.map((words) => (
            <Text key={words} style={line}>
              {words}
            </Text>
          ))}
          {link ? (
            <Button href={link.address} style={button}>
              {link.label}
            </Button>
          ) : null}
          {foot.map((words) => (
            <Text key={words} style={small}>
              {words}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>,
  );
  return `<!doctype html>${page}`;
}
