/** The patient's own page: no account, one bill. */
export default function BillPage() {
  return <main />;
}
