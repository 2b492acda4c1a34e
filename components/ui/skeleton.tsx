/** Three still bars while a part of the page is on its way. */
export function Skeleton({ label, height }: { label: string; height?: number }) {
  return (
    <div className="skel" aria-busy="true" style={height === undefined ? undefined : { minHeight: height }}>
      <p className="vh">{label}</p>
      <span style={{ width: "82%" }} />
      <span style={{ width: "64%" }} />
      <span style={{ width: "74%" }} />
    </div>
  );
}
