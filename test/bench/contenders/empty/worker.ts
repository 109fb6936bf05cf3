// Shows the cost of starting workerd.
export default {
  fetch(): Response {
    return new Response("");
  },
};
