import { PageHeader } from "../../components/page-header.tsx";

export default function Machine() {
  return <PageHeader title="This machine">Mail in and mail out, on this machine alone.</PageHeader>;
}
