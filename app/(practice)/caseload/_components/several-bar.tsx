"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input[name=with][form=several]")];

/**
 * What can be done with several at once. A plain form around the boxes of the list, so that it works without script; with one it
 * counts, and takes everybody of this page.
 */
export function SeveralBar() {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setCount(boxes().filter(({ checked }) => checked).length);
    look();
    document.addEventListener("change", look);
    return () => document.removeEventListener("change", look);
  }, []);
  const every = count !== null && count > 0 && count === boxes().length;
  const chooseAll = () => {
    for (const box of boxes()) box.checked = !every;
    setCount(every ? 0 : boxes().length);
  };
  return (
    <form
      id="several"
      method="get"
      action="/caseload/remind"
      aria-label="Do something with several at once"
      className={`mt-4 flex flex-wrap items-center gap-2.5 border-t border-line py-3 print:hidden ${count ? "sticky bottom-0 z-2 bg-paper max-desk:bottom-14" : ""}`}
    >
      <span role="status" className="mr-1 font-semibold">
        {count ? `${count} chosen` : "With those who are ticked"}
      </span>
      <Button type="submit" small>
        Remind
      </Button>
      <Button type="submit" small formAction="/caseload/message">
        Write
      </Button>
      <Button type="submit" small formAction="/caseload/assign">
        Assign
      </Button>
      {count === null ? null : (
        <Button small look="quiet" onClick={chooseAll}>
          {every ? "Nobody" : "Everybody on this page"}
        </Button>
      )}
    </form>
  );
}
