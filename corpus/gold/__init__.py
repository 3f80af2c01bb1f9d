"""Gold facts: what a careful reader finds in the sample newsroom's articles, and how well a prediction agrees."""
