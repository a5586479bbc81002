/** Plans from texts: a project and what there is of it in, the plan's text out. */
package org.jcompose.provider;
