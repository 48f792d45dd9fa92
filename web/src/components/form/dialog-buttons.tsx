import { Button, type ButtonProps, Group } from "@mantine/core";

type Props = {
  /** The words of the button that sends the form. */
  submit: string;
  cancel?: string;
  onCancel: () => void;
  pending: boolean;
} & Pick<ButtonProps, "color">;

/** The end of a form in a dialog: the way out at the left, what it is for at the right. */
export function DialogButtons({ submit, cancel = "Cancel", onCancel, pending, color }: Props) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
      <Button type="submit" loading={pending} {...(color !== undefined && { color })}>
        {submit}
      </Button>
    </Group>
  );
}
