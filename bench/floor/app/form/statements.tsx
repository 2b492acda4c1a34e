"use client";

import { useState } from "react";

/** Statements with four answers each, one at a time. */
export function Statements({ statements }: { statements: readonly { id: number; words: string }[] }) {
  const [at, setAt] = useState(0);
  const one = statements[at];
  return (
    <form>
      <p>{one?.words}</p>
      {[0, 1, 2, 3].map((value) => (
        <label key={value}>
          <input type="radio" name={`s${one?.id}`} value={value} onChange={() => setAt(at + 1)} />
          {value}
        </label>
      ))}
    </form>
  );
}
