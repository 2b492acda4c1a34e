"use client";

import { useEffect } from "react";

type Props = {
  /** Whom the paper is about, without their name; the practice on a page about nobody. */
  about: string;
  /** Who prints it. */
  by: string;
};

const text = (words: string) => JSON.stringify(words);

/** What stands at the top of every printed sheet: the page boxes of print.css read it from the root element. */
export function PrintHead({ about, by }: Props) {
  useEffect(() => {
    const { style } = document.documentElement;
    const write = () => {
      const at = new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
      style.setProperty("--print-about", text(about));
      style.setProperty("--print-by", text(`Printed ${at} by ${by}`));
    };
    write();
    addEventListener("beforeprint", write);
    return () => {
      removeEventListener("beforeprint", write);
      style.removeProperty("--print-about");
      style.removeProperty("--print-by");
    };
  }, [about, by]);
  return null;
}
