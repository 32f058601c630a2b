"""One module a shot: each paints its moment of the sample film as linear light."""
