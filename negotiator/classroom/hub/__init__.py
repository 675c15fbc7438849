"""The hub: one web server that holds a room, takes moves, keeps them and tells everybody what changed."""
