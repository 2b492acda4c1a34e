import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { ListPages } from "@/components/ui/list-pages";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";

describe("an empty list", () => {
  it("says what is missing, when it comes, and one way on", () => {
    const markup = html(
      <Empty title="No clients yet" action={<a href="/clients/new">Enrol your first client</a>}>
        They appear here as soon as you enrol them.
      </Empty>,
    );
    expect(markup).toMatch(/<b[^>]*>No clients yet<\/b>/);
    expect(markup).toContain("<span>They appear here as soon as you enrol them.</span>");
    expect(markup).toContain('<a href="/clients/new">');
  });

  it("is a title alone where there is nothing more to say", () => {
    expect(html(<Empty title="Nothing answered yet" />)).not.toContain("<span");
  });

  it("has no pages to turn, and a long one only the turns that lead somewhere", () => {
    const pages = (page: number, total: number) =>
      html(
        <ListPages
          paged={{ rows: [], page, pages: total, total: total * 60 }}
          label="Pages"
          href={(to) => `/caseload?page=${to}`}
        />,
      );
    expect(pages(1, 1)).toBe("");
    expect(pages(1, 3)).toMatch(/page=2/);
    expect(pages(1, 3)).not.toMatch(/Previous/);
    expect(pages(3, 3)).not.toMatch(/Next/);
  });
});

describe("a field that was refused", () => {
  it("names its hint and its error, in that order, and is invalid", () => {
    const markup = html(<Field id="email" label="E-mail" hint="The one you read." error="Write your address." />);
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('aria-describedby="email-hint email-error"');
    expect(markup).toMatch(/id="email-error".*Write your address\./);
  });

  it("keeps what is too long and says by how much, and no browser cuts it off", () => {
    const field = (words: string) => html(<Field id="name" label="Name" maxLength={5} defaultValue={words} />);
    expect(field("123456")).toContain("1 character too long. 5 fit; nothing was cut off.");
    expect(field("123456")).toContain('value="123456"');
    expect(field("12345")).not.toContain("too long");
    expect(field("12345")).not.toMatch(/maxlength/i);
    expect(html(<Textarea id="note" label="Note" maxLength={5} defaultValue="12345678" />)).toContain(
      "3 characters too long",
    );
  });

  it("describes nothing while there is nothing to say", () => {
    const markup = html(<Field id="email" label="E-mail" />);
    expect(markup).not.toMatch(/aria-invalid|aria-describedby|email-error/);
    expect(markup).toContain('<label class="font-semibold" for="email">E-mail</label>');
  });
});

describe("a form on its way", () => {
  it("waits with the words that it will say, unread until then", () => {
    const markup = html(<SubmitButton busy="Saving…">Save</SubmitButton>);
    expect(markup).toMatch(/<span aria-hidden="true"[^>]*>Saving…<\/span>/);
    expect(markup).not.toMatch(/\s(aria-busy|disabled)=/);
  });

  it("interrupts only with what has to be heard", () => {
    expect(html(<Notice tone="attention" title="This did not reach Nearer." announce />)).toContain('role="alert"');
    expect(html(<Notice tone="attention" title="Kept as it was." />)).not.toContain("role=");
  });
});
