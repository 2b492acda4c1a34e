/** Not read yet by who looks at the page: to be seen from across the table. */
export function New() {
  return (
    <>
      {" "}
      <span className="ml-1 rounded-mark bg-primary px-1.5 text-fine font-semibold text-on-primary forced-colors:border">
        New
      </span>
    </>
  );
}
