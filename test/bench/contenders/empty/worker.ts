// What the start of workerd itself costs.
export default {
  fetch(): Response {
    return new Response("");
  },
};
