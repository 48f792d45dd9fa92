/** Why the template cannot be made. The message is all that the person who deploys gets to read. */
export class DeploymentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DeploymentError";
  }
}
